const TOTAL = /^(итого|всего|итог|общий итог|total|grand total)(?![\p{L}\d])/iu

/** What a row of totals begins with. */
export const isTotalWord = (text: string): boolean => TOTAL.test(text.trim())
