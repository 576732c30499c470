CREATE TABLE `client_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`tag_id` text NOT NULL,
	`part` text NOT NULL,
	`from_day` text NOT NULL,
	`kind` text NOT NULL,
	`percent` text,
	`price` text,
	`currency` text,
	`user_id` text,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`tag_id`) REFERENCES `virtual_tags`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_terms_day` ON `client_terms` (`tag_id`,`part`,`from_day`);--> statement-breakpoint
CREATE INDEX `client_terms_tag` ON `client_terms` (`tag_id`);--> statement-breakpoint
CREATE TABLE `dismissed_suggestions` (
	`tag_id` text NOT NULL,
	`suggestion_id` text NOT NULL,
	`user_id` text,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`tag_id`, `suggestion_id`),
	FOREIGN KEY (`tag_id`) REFERENCES `virtual_tags`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `hierarchies` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`dimension` text NOT NULL,
	`levels` text NOT NULL,
	`nodes` text NOT NULL,
	`user_id` text,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hierarchies_name` ON `hierarchies` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `tag_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`tag_key` text NOT NULL,
	`is_required` integer NOT NULL,
	`allowed_values` text,
	`providers` text NOT NULL,
	`types` text NOT NULL,
	`user_id` text,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tag_policies_key` ON `tag_policies` (`workspace_id`,`tag_key`);--> statement-breakpoint
CREATE TABLE `unit_series` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`step` text NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`currency` text,
	`tag_id` text,
	`user_id` text,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tag_id`) REFERENCES `virtual_tags`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_series_name` ON `unit_series` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `unit_values` (
	`series_id` text NOT NULL,
	`day` text NOT NULL,
	`part` text DEFAULT '' NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`series_id`, `day`, `part`),
	FOREIGN KEY (`series_id`) REFERENCES `unit_series`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `virtual_tags` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`is_on` integer DEFAULT true NOT NULL,
	`rules` text NOT NULL,
	`user_id` text,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `virtual_tags_name` ON `virtual_tags` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `charge_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`snapshot_id` integer NOT NULL,
	`earlier_snapshot_id` integer,
	`charge_key_id` integer NOT NULL,
	`day` text NOT NULL,
	`billed_micros` integer NOT NULL,
	`billed_rest` integer NOT NULL,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`charge_key_id`) REFERENCES `charge_keys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `charge_changes_snapshot` ON `charge_changes` (`snapshot_id`);--> statement-breakpoint
CREATE INDEX `charge_changes_key` ON `charge_changes` (`charge_key_id`);--> statement-breakpoint
CREATE TABLE `annotations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`text` text NOT NULL,
	`where` text NOT NULL,
	`user_id` text,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `annotations_workspace` ON `annotations` (`workspace_id`,`from_day`);--> statement-breakpoint
CREATE TABLE `boards` (
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`tiles` text NOT NULL,
	`updated_at_ms` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `cost_filters` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`where` text NOT NULL,
	`user_id` text,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cost_filters_name` ON `cost_filters` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `cost_views` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`spec` text NOT NULL,
	`user_id` text,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cost_views_name` ON `cost_views` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `vat_terms` (
	`connection_id` text PRIMARY KEY NOT NULL,
	`is_included` integer NOT NULL,
	`scheme` text NOT NULL,
	`user_id` text,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
);
