CREATE TABLE `mappings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`header` text NOT NULL,
	`spec` text NOT NULL,
	`user_id` text,
	`created_at_ms` integer NOT NULL,
	`used_at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mappings_header` ON `mappings` (`workspace_id`,`header`);--> statement-breakpoint
CREATE TABLE `parcel_days` (
	`parcel_id` integer NOT NULL,
	`connection_id` text NOT NULL,
	`day` text NOT NULL,
	`currency` text NOT NULL,
	`is_live` integer DEFAULT false NOT NULL,
	`lines` integer NOT NULL,
	`billed` text NOT NULL,
	`effective` text NOT NULL,
	`list` text NOT NULL,
	`contracted` text NOT NULL,
	PRIMARY KEY(`parcel_id`, `connection_id`, `day`, `currency`),
	FOREIGN KEY (`parcel_id`) REFERENCES `parcels`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `parcel_days_connection` ON `parcel_days` (`connection_id`,`day`);--> statement-breakpoint
CREATE TABLE `parcel_details` (
	`parcel_id` integer NOT NULL,
	`first` integer NOT NULL,
	`entries` text NOT NULL,
	PRIMARY KEY(`parcel_id`, `first`),
	FOREIGN KEY (`parcel_id`) REFERENCES `parcels`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `parcel_keys` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`parcel_id` integer NOT NULL,
	`name` text NOT NULL,
	`first` integer NOT NULL,
	`data` blob NOT NULL,
	FOREIGN KEY (`parcel_id`) REFERENCES `parcels`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parcel_keys_name` ON `parcel_keys` (`parcel_id`,`name`,`first`);--> statement-breakpoint
CREATE TABLE `parcels` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`status` text NOT NULL,
	`origin` text NOT NULL,
	`source` text,
	`file_name` text NOT NULL,
	`files` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text,
	`mode` text DEFAULT 'replace' NOT NULL,
	`turn` integer,
	`rows_in` integer DEFAULT 0 NOT NULL,
	`rows_kept` integer DEFAULT 0 NOT NULL,
	`rows_rejected` integer DEFAULT 0 NOT NULL,
	`reading` text,
	`summary` text,
	`problem` text,
	`user_id` text,
	`created_at_ms` integer NOT NULL,
	`read_at_ms` integer,
	`committed_at_ms` integer,
	`withdrawn_at_ms` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `parcels_workspace` ON `parcels` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `parcels_sha` ON `parcels` (`workspace_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `quarantine` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`parcel_id` integer NOT NULL,
	`file_index` integer DEFAULT 0 NOT NULL,
	`line` integer NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	`column` text,
	`value` text,
	FOREIGN KEY (`parcel_id`) REFERENCES `parcels`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `quarantine_parcel` ON `quarantine` (`parcel_id`,`id`);--> statement-breakpoint
CREATE TABLE `segment_columns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`segment_id` integer NOT NULL,
	`name` text NOT NULL,
	`data` blob NOT NULL,
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `segment_columns_name` ON `segment_columns` (`segment_id`,`name`);--> statement-breakpoint
CREATE TABLE `segments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`parcel_id` integer NOT NULL,
	`connection_id` text NOT NULL,
	`month` text NOT NULL,
	`lines` integer NOT NULL,
	`days` integer NOT NULL,
	`live_days` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`parcel_id`) REFERENCES `parcels`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `segments_parcel` ON `segments` (`parcel_id`);--> statement-breakpoint
CREATE INDEX `segments_connection` ON `segments` (`connection_id`,`month`);--> statement-breakpoint
CREATE INDEX `segments_month` ON `segments` (`month`);--> statement-breakpoint
CREATE TABLE `watched_files` (
	`workspace_id` text NOT NULL,
	`path` text NOT NULL,
	`bytes` integer NOT NULL,
	`changed_at_ms` integer NOT NULL,
	`parcel_id` integer,
	PRIMARY KEY(`workspace_id`, `path`),
	FOREIGN KEY (`workspace_id`) REFERENCES `watched_folders`(`workspace_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`parcel_id`) REFERENCES `parcels`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `watched_folders` (
	`workspace_id` text PRIMARY KEY NOT NULL,
	`path` text NOT NULL,
	`is_on` integer NOT NULL,
	`user_id` text,
	`looked_at_ms` integer,
	`problem` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `act_rates` (
	`workspace_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`month` text NOT NULL,
	`currency` text NOT NULL,
	`nominal` integer NOT NULL,
	`value` text NOT NULL,
	`user_id` text,
	`at_ms` integer NOT NULL,
	`note` text,
	PRIMARY KEY(`workspace_id`, `connection_id`, `month`, `currency`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `closed_months` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`month` text NOT NULL,
	`closed_at_ms` integer NOT NULL,
	`closed_by` text,
	`note` text,
	`rates` text NOT NULL,
	`reopened_at_ms` integer,
	`reopened_by` text,
	`reason` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `closed_months_month` ON `closed_months` (`workspace_id`,`month`);--> statement-breakpoint
CREATE TABLE `currency_rates` (
	`workspace_id` text NOT NULL,
	`source` text NOT NULL,
	`currency` text NOT NULL,
	`day` text NOT NULL,
	`nominal` integer NOT NULL,
	`value` text NOT NULL,
	`user_id` text,
	`at_ms` integer NOT NULL,
	`note` text,
	PRIMARY KEY(`workspace_id`, `source`, `currency`, `day`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `currency_rates_day` ON `currency_rates` (`workspace_id`,`day`);--> statement-breakpoint
ALTER TABLE `connections` ADD `source` text DEFAULT 'api' NOT NULL;--> statement-breakpoint
ALTER TABLE `workspaces` ADD `rate_rule` text DEFAULT 'day' NOT NULL;