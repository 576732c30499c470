import '@fontsource-variable/golos-text/wght.css'
import '#renderer/styles/tokens.css'
import '#renderer/styles/base.css'
