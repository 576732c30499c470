CREATE TABLE `charge_keys` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`hash` text NOT NULL,
	`provider` text NOT NULL,
	`billing_account` text NOT NULL,
	`sub_account` text,
	`service_category` text NOT NULL,
	`service` text NOT NULL,
	`region` text,
	`zone` text,
	`resource_ref` text,
	`resource_name` text,
	`resource_type` text,
	`sku` text,
	`sku_name` text,
	`charge_category` text NOT NULL,
	`charge_class` text,
	`charge_frequency` text,
	`charge_description` text,
	`pricing_category` text,
	`pricing_unit` text,
	`consumed_unit` text,
	`commitment_id` text,
	`currency` text NOT NULL,
	`tags` text,
	`resource_id` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `charge_keys_hash` ON `charge_keys` (`workspace_id`,`hash`);--> statement-breakpoint
CREATE INDEX `charge_keys_connection` ON `charge_keys` (`connection_id`);--> statement-breakpoint
CREATE INDEX `charge_keys_resource` ON `charge_keys` (`resource_id`);--> statement-breakpoint
CREATE TABLE `cost_facts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`charge_key_id` integer NOT NULL,
	`day` text NOT NULL,
	`snapshot_id` integer,
	`invoice` text,
	`quantity_micros` integer,
	`quantity_rest` integer,
	`billed_micros` integer NOT NULL,
	`billed_rest` integer NOT NULL,
	`effective_micros` integer NOT NULL,
	`effective_rest` integer NOT NULL,
	`list_micros` integer NOT NULL,
	`list_rest` integer NOT NULL,
	`contracted_micros` integer NOT NULL,
	`contracted_rest` integer NOT NULL,
	FOREIGN KEY (`charge_key_id`) REFERENCES `charge_keys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `cost_facts_key_day` ON `cost_facts` (`charge_key_id`,`day`);--> statement-breakpoint
CREATE INDEX `cost_facts_snapshot` ON `cost_facts` (`snapshot_id`) WHERE snapshot_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `daily_costs` (
	`workspace_id` text NOT NULL,
	`day` text NOT NULL,
	`charge_key_id` integer NOT NULL,
	`lines` integer NOT NULL,
	`billed_micros` integer NOT NULL,
	`billed_rest` integer NOT NULL,
	`effective_micros` integer NOT NULL,
	`effective_rest` integer NOT NULL,
	`list_micros` integer NOT NULL,
	`list_rest` integer NOT NULL,
	`contracted_micros` integer NOT NULL,
	`contracted_rest` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `day`, `charge_key_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`charge_key_id`) REFERENCES `charge_keys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `daily_costs_key` ON `daily_costs` (`charge_key_id`);--> statement-breakpoint
CREATE TABLE `budgets` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`connection_ids` text NOT NULL,
	`currency` text NOT NULL,
	`limit_micros` integer NOT NULL,
	`limit_rest` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `budgets_workspace` ON `budgets` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `recommendations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`resource_id` integer,
	`code` text NOT NULL,
	`category` text NOT NULL,
	`status` text NOT NULL,
	`confidence` real NOT NULL,
	`effort` text NOT NULL,
	`currency` text NOT NULL,
	`savings_micros` integer NOT NULL,
	`savings_rest` integer NOT NULL,
	`facts` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`decided_at_ms` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recommendations_workspace` ON `recommendations` (`workspace_id`,`status`);--> statement-breakpoint
CREATE INDEX `recommendations_resource` ON `recommendations` (`resource_id`);--> statement-breakpoint
CREATE TABLE `connections` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`provider` text NOT NULL,
	`name` text NOT NULL,
	`account_ref` text NOT NULL,
	`status` text NOT NULL,
	`status_detail` text,
	`config` text NOT NULL,
	`added_at_ms` integer NOT NULL,
	`last_sync_at_ms` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connections_account` ON `connections` (`workspace_id`,`provider`,`account_ref`);--> statement-breakpoint
CREATE TABLE `resource_metrics` (
	`resource_id` integer NOT NULL,
	`metric` text NOT NULL,
	`day` text NOT NULL,
	`used` real NOT NULL,
	`peak` real NOT NULL,
	`capacity` real NOT NULL,
	PRIMARY KEY(`resource_id`, `metric`, `day`),
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `metrics_day` ON `resource_metrics` (`day`,`metric`);--> statement-breakpoint
CREATE TABLE `resource_tags` (
	`resource_id` integer NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`resource_id`, `source`, `key`),
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tags_key` ON `resource_tags` (`key`,`value`);--> statement-breakpoint
CREATE TABLE `resource_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`resource_id` integer NOT NULL,
	`snapshot_id` integer NOT NULL,
	`valid_from_ms` integer NOT NULL,
	`valid_to_ms` integer,
	`change` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `versions_resource` ON `resource_versions` (`resource_id`,`valid_from_ms`);--> statement-breakpoint
CREATE INDEX `versions_snapshot` ON `resource_versions` (`snapshot_id`);--> statement-breakpoint
CREATE TABLE `resources` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`service` text NOT NULL,
	`region` text,
	`zone` text,
	`status` text NOT NULL,
	`owner` text,
	`project` text,
	`business_unit` text,
	`environment` text,
	`currency` text,
	`price_period` text,
	`price_micros` integer,
	`price_rest` integer,
	`daily_micros` integer,
	`daily_rest` integer,
	`monthly_micros` integer,
	`monthly_rest` integer,
	`attributes` text NOT NULL,
	`state_hash` text NOT NULL,
	`first_seen_at_ms` integer NOT NULL,
	`gone_at_ms` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resources_external` ON `resources` (`connection_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `resources_workspace` ON `resources` (`workspace_id`,`type`);--> statement-breakpoint
CREATE TABLE `snapshots` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`status` text NOT NULL,
	`started_at_ms` integer NOT NULL,
	`finished_at_ms` integer,
	`found` integer DEFAULT 0 NOT NULL,
	`created` integer DEFAULT 0 NOT NULL,
	`updated` integer DEFAULT 0 NOT NULL,
	`gone` integer DEFAULT 0 NOT NULL,
	`unchanged` integer DEFAULT 0 NOT NULL,
	`monthly_micros` integer,
	`monthly_rest` integer,
	`currency` text,
	`error` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `snapshots_connection` ON `snapshots` (`connection_id`,`started_at_ms`);--> statement-breakpoint
CREATE TABLE `audit_records` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at_ms` integer NOT NULL,
	`workspace_id` text,
	`user_id` text,
	`host` text NOT NULL,
	`call` text NOT NULL,
	`input` text NOT NULL,
	`outcome` text NOT NULL,
	`duration_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_workspace_time` ON `audit_records` (`workspace_id`,`at_ms`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`progress` text,
	`error` text,
	`started_at_ms` integer NOT NULL,
	`finished_at_ms` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `jobs_workspace` ON `jobs` (`workspace_id`,`started_at_ms`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `memberships_user` ON `memberships` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`client_hash` text NOT NULL,
	`started_at_ms` integer NOT NULL,
	`last_active_at_ms` integer NOT NULL,
	`locked_at_ms` integer,
	`ended_at_ms` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_client` ON `sessions` (`client_hash`);--> statement-breakpoint
CREATE INDEX `sessions_workspace` ON `sessions` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`scope` text NOT NULL,
	`owner_id` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`scope`, `owner_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`created_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`currency` text NOT NULL,
	`time_zone` text NOT NULL,
	`demo_day` text,
	`created_at_ms` integer NOT NULL
);
