import '@fontsource-variable/golos-text/wght.css'
import '#renderer/styles/tokens.css'
import '#renderer/styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
