import { z } from 'zod'
import { looseBool, looseDecimal, looseNumber, looseText } from '#main/providers/http/tolerant.ts'

/** Amounts in roubles, sizes in megabytes; every field may be text. */
const fields = z.object({
  plan_name: looseText(),
  user_sites: looseNumber(),
  plan_site: looseNumber(),
  user_domains: looseNumber(),
  plan_domain: looseNumber(),
  user_mysqlsize: looseNumber(),
  plan_mysql: looseNumber(),
  user_quota: looseNumber(),
  plan_quota: looseNumber(),
  user_ftp: looseNumber(),
  plan_ftp: looseNumber(),
  user_mail: looseNumber(),
  plan_mail: looseNumber(),
  user_rate_current: looseDecimal(),
  user_is_year_plan: looseBool(),
  user_rate_year: looseDecimal(),
  user_rate_month: looseDecimal(),
  user_balance: looseDecimal(),
  user_days_to_block: looseNumber(),
  server_apache_version: looseText(),
  server_mysql_version: looseText(),
  server_nginx_version: looseText(),
  server_perl_version: looseText(),
  server_php_version: looseText(),
  server_python_version: looseText(),
  server_name: looseText(),
  server_cpu_name: looseText(),
  server_memory: looseNumber(),
  server_memorycurrent: looseNumber(),
  server_loadaverage: looseText(),
  server_uptime: looseNumber(),
})

/** Every field may be missing, but not all at once: then it is not the account that answered. */
export const wireAccount = fields.refine(
  (account) => account.plan_name !== null || account.user_balance !== null,
  'neither plan nor balance',
)

export type WireAccount = z.output<typeof fields>
