/** Forms that a counted phrase takes; Russian needs one, few and many, English one and other. */
type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
type Text = string | Plural

/** Both languages of an area. A key that one of them lacks does not compile. */
export const defineTexts = <const T extends Record<string, Text>>(texts: {
  ru: T
  en: NoInfer<{ [K in keyof T]: Text }>
}): { ru: { [K in keyof T]: Text }; en: { [K in keyof T]: Text } } => texts
