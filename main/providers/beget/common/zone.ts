/** Beget charges by the day of Moscow; its times without an offset are Moscow's too. */
export const BILLING_ZONE = 'Europe/Moscow'
