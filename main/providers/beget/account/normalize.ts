import type { AccountInfo } from '#main/core/model/findings.ts'
import { cleanName } from '#main/core/model/raw.ts'
import { roubles } from '../common/prices.ts'
import type { WireAccount } from './wire.ts'

/** What Beget writes for "as many as you like". */
const UNLIMITED = 2_147_483_647

export function normalizeAccount(wire: WireAccount, who: { ref: string; login: string }): AccountInfo {
  const balance = roubles(wire.user_balance)
  return {
    ref: who.ref,
    name: who.login,
    status: statusOf(wire),
    plan: wire.plan_name === null ? null : cleanName(wire.plan_name, '') || null,
    balance,
    balances: balance === null ? [] : [{ code: 'main', amount: balance }],
    daysLeft: wire.user_days_to_block === null ? null : Math.max(0, Math.floor(wire.user_days_to_block)),
    daily: roubles(wire.user_rate_current),
    monthly: roubles(wire.user_rate_month),
    yearly: roubles(wire.user_rate_year),
    isYearlyPlan: wire.user_is_year_plan,
    limits: limitsOf(wire),
    server: serverOf(wire),
    software: softwareOf(wire),
  }
}

/** Beget tells no state: an account in debt with no day left stands still. */
function statusOf(wire: WireAccount): AccountInfo['status'] {
  const balance = roubles(wire.user_balance)
  if (balance === null) return 'unknown'
  const isInDebt = balance.femtos < 0n
  if (!isInDebt) return 'active'
  return (wire.user_days_to_block ?? 0) <= 0 ? 'blocked' : 'active'
}

type Limit = AccountInfo['limits'][number]

function limitsOf(wire: WireAccount): Limit[] {
  const rows: [string, number | null, number | null, Limit['unit']][] = [
    ['domains', wire.user_domains, wire.plan_domain, 'count'],
    ['sites', wire.user_sites, wire.plan_site, 'count'],
    ['mysql', wire.user_mysqlsize, wire.plan_mysql, 'mb'],
    ['ftp', wire.user_ftp, wire.plan_ftp, 'count'],
    ['mail', wire.user_mail, wire.plan_mail, 'count'],
    ['quota', wire.user_quota, wire.plan_quota, 'mb'],
  ]
  return rows.flatMap(([code, used, limit, unit]) =>
    used === null ? [] : [{ code, used, limit: limit === null || limit >= UNLIMITED ? null : limit, unit }],
  )
}

function serverOf(wire: WireAccount): AccountInfo['server'] {
  const number = (value: number | null): string | null => (value === null ? null : String(value))
  const rows: [string, string | null][] = [
    ['name', wire.server_name],
    ['cpu', wire.server_cpu_name],
    ['memoryMb', number(wire.server_memory)],
    ['memoryUsedMb', number(wire.server_memorycurrent)],
    ['load', wire.server_loadaverage],
    ['uptimeDays', number(wire.server_uptime)],
  ]
  return told(rows).map(([code, value]) => ({ code, value }))
}

function softwareOf(wire: WireAccount): AccountInfo['software'] {
  const rows: [string, string | null][] = [
    ['apache', wire.server_apache_version],
    ['nginx', wire.server_nginx_version],
    ['mysql', wire.server_mysql_version],
    ['php', wire.server_php_version],
    ['python', wire.server_python_version],
    ['perl', wire.server_perl_version],
  ]
  return told(rows).map(([code, version]) => ({ code, version }))
}

const told = (rows: [string, string | null][]): [string, string][] =>
  rows.flatMap(([code, value]): [string, string][] => {
    const text = value === null ? '' : cleanName(value, '')
    return text === '' ? [] : [[code, text]]
  })
