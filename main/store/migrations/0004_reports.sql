CREATE TABLE `access_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`hint` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`last_used_at_ms` integer,
	`expires_on` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_tokens_hash` ON `access_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `access_tokens_workspace` ON `access_tokens` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `loaded_packages` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`version` text NOT NULL,
	`made_at_ms` integer NOT NULL,
	`loaded_at_ms` integer NOT NULL,
	`user_id` text,
	`key_name` text NOT NULL,
	`facts` text NOT NULL,
	`content` text
);
--> statement-breakpoint
CREATE INDEX `loaded_packages_kind` ON `loaded_packages` (`kind`,`made_at_ms`);--> statement-breakpoint
CREATE TABLE `transfers` (
	`workspace_id` text NOT NULL,
	`sender` text NOT NULL,
	`account` text NOT NULL,
	`month` text NOT NULL,
	`sender_name` text NOT NULL,
	`connection_id` text NOT NULL,
	`parcel_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`made_at_ms` integer NOT NULL,
	`lines` integer NOT NULL,
	`merged_at_ms` integer NOT NULL,
	`user_id` text,
	PRIMARY KEY(`workspace_id`, `sender`, `account`, `month`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `trusted_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`public_key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`added_at_ms` integer NOT NULL,
	`user_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trusted_keys_fingerprint` ON `trusted_keys` (`fingerprint`);--> statement-breakpoint
CREATE TABLE `act_lines` (
	`act_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`quantity` text,
	`unit` text,
	`without` text NOT NULL,
	`rate` text NOT NULL,
	`vat` text NOT NULL,
	`total` text NOT NULL,
	PRIMARY KEY(`act_id`, `position`),
	FOREIGN KEY (`act_id`) REFERENCES `acts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `act_suppliers` (
	`workspace_id` text NOT NULL,
	`inn` text NOT NULL,
	`connection_id` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `inn`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `acts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`connection_id` text,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`day` text NOT NULL,
	`month` text NOT NULL,
	`supplier` text NOT NULL,
	`buyer` text,
	`currency` text NOT NULL,
	`without` text NOT NULL,
	`rate` text NOT NULL,
	`vat` text NOT NULL,
	`total` text NOT NULL,
	`corrects_id` text,
	`corrects_number` text,
	`doubts` text NOT NULL,
	`source` text NOT NULL,
	`hash` text NOT NULL,
	`note` text,
	`user_id` text,
	`added_at_ms` integer NOT NULL,
	`withdrawn_at_ms` integer,
	`withdrawn_by` text,
	`withdrawn_why` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `acts_month` ON `acts` (`workspace_id`,`month`);--> statement-breakpoint
CREATE INDEX `acts_connection` ON `acts` (`connection_id`,`month`);--> statement-breakpoint
CREATE INDEX `acts_hash` ON `acts` (`workspace_id`,`hash`);--> statement-breakpoint
CREATE TABLE `one_c_mappings` (
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `kind`, `key`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`day` text NOT NULL,
	`number` text NOT NULL,
	`amount` text NOT NULL,
	`currency` text NOT NULL,
	`payer` text NOT NULL,
	`payee` text NOT NULL,
	`purpose` text NOT NULL,
	`act_id` text,
	`matched_by` text,
	`file_name` text NOT NULL,
	`hash` text NOT NULL,
	`added_at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`act_id`) REFERENCES `acts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_hash` ON `payments` (`workspace_id`,`hash`);--> statement-breakpoint
CREATE INDEX `payments_day` ON `payments` (`workspace_id`,`day`);--> statement-breakpoint
CREATE INDEX `payments_act` ON `payments` (`act_id`);--> statement-breakpoint
CREATE TABLE `reconciliations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`month` text NOT NULL,
	`difference` text,
	`fingerprint` text NOT NULL,
	`note` text,
	`signed_by` text,
	`signed_at_ms` integer NOT NULL,
	`undone_by` text,
	`undone_at_ms` integer,
	`undone_why` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reconciliations_month` ON `reconciliations` (`workspace_id`,`month`);--> statement-breakpoint
CREATE TABLE `report_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`target` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`last_at_ms` integer,
	`next_at_ms` integer,
	`problem` text,
	FOREIGN KEY (`run_id`) REFERENCES `report_runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `report_deliveries_run` ON `report_deliveries` (`run_id`);--> statement-breakpoint
CREATE INDEX `report_deliveries_next` ON `report_deliveries` (`next_at_ms`);--> statement-breakpoint
CREATE TABLE `report_files` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`format` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `report_runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `report_files_run` ON `report_files` (`run_id`);--> statement-breakpoint
CREATE TABLE `report_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`report_id` text,
	`schedule_id` text,
	`due_at_ms` integer,
	`title` text NOT NULL,
	`spec` text NOT NULL,
	`formats` text NOT NULL,
	`status` text NOT NULL,
	`from_day` text,
	`to_day` text,
	`why` text,
	`user_id` text,
	`started_at_ms` integer NOT NULL,
	`finished_at_ms` integer,
	`as_of_ms` integer NOT NULL,
	`data_version` text NOT NULL,
	`problem` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `report_runs_workspace` ON `report_runs` (`workspace_id`,`started_at_ms`);--> statement-breakpoint
CREATE INDEX `report_runs_due` ON `report_runs` (`schedule_id`,`due_at_ms`);--> statement-breakpoint
CREATE TABLE `report_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`report_id` text NOT NULL,
	`name` text NOT NULL,
	`rule` text NOT NULL,
	`time_zone` text NOT NULL,
	`formats` text NOT NULL,
	`deliveries` text NOT NULL,
	`is_on` integer NOT NULL,
	`user_id` text NOT NULL,
	`done_until_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_schedules_name` ON `report_schedules` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`spec` text NOT NULL,
	`user_id` text,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_name` ON `reports` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `workday_calendars` (
	`country` text NOT NULL,
	`year` integer NOT NULL,
	`days_off` text NOT NULL,
	`worked_weekend` text NOT NULL,
	`package_id` text,
	PRIMARY KEY(`country`, `year`)
);
--> statement-breakpoint
ALTER TABLE `sessions` ADD `token_id` text;