import { statementOf } from './statement.ts'

export const timeweb = statementOf('timeweb', 'timeweb', /timeweb|таймвеб|(^|[^a-z])twc([^a-z]|$)/i)

export const beget = statementOf('beget', 'beget', /beget|бегет/i)
