import Database from 'better-sqlite3'
import type { Connect } from './connection.ts'

export const connect: Connect = (path, options) => new Database(path, options)
