CREATE TABLE `charge_days` (
	`connection_id` text NOT NULL,
	`day` text NOT NULL,
	`digest` text NOT NULL,
	`lines` integer NOT NULL,
	`told_at_ms` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `day`),
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `connection_scopes` (
	`connection_id` text NOT NULL,
	`scope` text NOT NULL,
	`endpoint` text NOT NULL,
	`region` text,
	`project` text,
	`status` text NOT NULL,
	`error` text,
	`asked_at_ms` integer NOT NULL,
	`last_good_at_ms` integer,
	PRIMARY KEY(`connection_id`, `scope`),
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `resource_aliases` (
	`connection_id` text NOT NULL,
	`external_id` text NOT NULL,
	`resource_id` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `external_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `resource_aliases_resource` ON `resource_aliases` (`resource_id`);--> statement-breakpoint
CREATE TABLE `resource_records` (
	`resource_id` integer NOT NULL,
	`source` text NOT NULL,
	`text` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`resource_id`, `source`),
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `resource_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`resource_id` integer NOT NULL,
	`text` text NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `resource_notes_resource` ON `resource_notes` (`resource_id`);--> statement-breakpoint
CREATE TABLE `resource_overrides` (
	`resource_id` integer NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`resource_id`, `field`),
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `saved_filters` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_filters_name` ON `saved_filters` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `sightings` (
	`unrecognised_id` integer NOT NULL,
	`snapshot_id` integer NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`unrecognised_id`, `snapshot_id`),
	FOREIGN KEY (`unrecognised_id`) REFERENCES `unrecognised`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sightings_snapshot` ON `sightings` (`snapshot_id`);--> statement-breakpoint
CREATE TABLE `type_rules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`provider` text NOT NULL,
	`kind` text NOT NULL,
	`type` text NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `type_rules_kind` ON `type_rules` (`workspace_id`,`provider`,`kind`);--> statement-breakpoint
CREATE TABLE `unrecognised` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`connection_id` text NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`service` text NOT NULL,
	`metrics` text NOT NULL,
	`raw` text NOT NULL,
	`first_seen_at_ms` integer NOT NULL,
	`last_seen_at_ms` integer NOT NULL,
	`currency` text,
	`daily_micros` integer,
	`daily_rest` integer,
	`type` text,
	`note` text,
	`resolved_by` text,
	`resolved_at_ms` integer,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unrecognised_external` ON `unrecognised` (`connection_id`,`external_id`);--> statement-breakpoint
CREATE TABLE `sync_undo` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`snapshot_id` integer NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sync_undo_snapshot` ON `sync_undo` (`snapshot_id`,`id`);--> statement-breakpoint
ALTER TABLE `connections` ADD `secret_names` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `connections` ADD `schedule` text DEFAULT '{"kind":"manual"}' NOT NULL;--> statement-breakpoint
ALTER TABLE `connections` ADD `scheduled_at_ms` integer;--> statement-breakpoint
ALTER TABLE `connections` ADD `account` text;--> statement-breakpoint
ALTER TABLE `connections` ADD `account_at_ms` integer;--> statement-breakpoint
ALTER TABLE `connections` ADD `erased_at_ms` integer;--> statement-breakpoint
ALTER TABLE `resource_tags` ADD `user_id` text;--> statement-breakpoint
ALTER TABLE `resource_tags` ADD `at_ms` integer;--> statement-breakpoint
ALTER TABLE `resources` ADD `marks` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `scope` text;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `trigger` text DEFAULT 'manual' NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `daily_micros` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `daily_rest` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `account` text;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `failures` text DEFAULT '[]' NOT NULL;