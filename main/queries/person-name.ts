import { sql } from 'drizzle-orm'
import { users } from '#main/store/schema/people.ts'

/** Of a joined person; empty where the person is no longer among us. */
export const personName = sql<string>`coalesce(${users.name}, '')`
