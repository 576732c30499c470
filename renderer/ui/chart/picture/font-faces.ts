/** Files of the page come through its transport. */
export type ReadAsset = (url: string) => Promise<Blob | null>

type Range = { from: number; to: number }

/** `U+20A0-20C0, U+2116` */
export function readRanges(text: string): Range[] {
  return [...text.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].map(([, from = '0', to = from]) => ({
    from: Number.parseInt(from, 16),
    to: Number.parseInt(to, 16),
  }))
}

const holds = (ranges: readonly Range[], letters: ReadonlySet<number>): boolean =>
  ranges.length === 0 ||
  [...letters].some((letter) => ranges.some(({ from, to }) => letter >= from && letter <= to))

/**
 * The page's own font as rules with the letters inside them: a picture is drawn with it, rouble signs too, where the
 * font is not installed. Only the files of the letters that are used; none where one cannot be had.
 */
export async function fontFaces(family: string, text: string, readAsset: ReadAsset): Promise<string> {
  const letters = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0))
  const rules: string[] = []
  for (const { rule, base } of pageFaces(family)) {
    const range = rule.style.getPropertyValue('unicode-range')
    const file = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
    if (file === undefined || !holds(readRanges(range), letters)) continue
    const bytes = await readAsset(new URL(file, base).href)
    const data = bytes && (await dataUrl(bytes))
    if (!data) continue
    const weight = rule.style.getPropertyValue('font-weight')
    rules.push(
      `@font-face{font-family:'${family}';font-weight:${weight};src:url(${data}) format('woff2');unicode-range:${range}}`,
    )
  }
  return rules.join('\n')
}

function pageFaces(family: string): { rule: CSSFontFaceRule; base: string }[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule &&
      rule.style.getPropertyValue('font-family').replace(/["']/g, '') === family
        ? [{ rule, base: sheet.href ?? document.baseURI }]
        : [],
    ),
  )
}

function dataUrl(bytes: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^;,]*/, 'data:font/woff2'))
    reader.onerror = () => resolve(null)
    reader.readAsDataURL(bytes)
  })
}
