import { terminalText } from '#shared/texts/terminal.ts'

export const strangerStylePath = '/stranger.css'

export const strangerStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; background: #f8fafc; color: #1f2937; }
main { max-width: 34rem; padding: 2rem; border-top: 4px solid #1e40af; background: #fff; }
h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
p { margin: 0 0 1.5rem; color: #4b5563; }
p:last-child { margin: 0; }
@media (prefers-color-scheme: dark) {
  body { background: #0f172a; color: #f1f5f9; }
  main { background: #1e293b; border-color: #3b82f6; }
  p { color: #cbd5e1; }
}
`

const part = (locale: 'ru' | 'en'): string => {
  const text = (key: 'web.strangerTitle' | 'web.strangerText'): string => terminalText(locale, key)
  return `<div lang="${locale}"><h1>${text('web.strangerTitle')}</h1><p>${text('web.strangerText')}</p></div>`
}

/** All that a browser without our cookie ever gets to see. */
export const strangerPage = `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>InfraZen</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${strangerStylePath}">
</head>
<body><main>${part('ru')}${part('en')}</main></body>
</html>
`
