import type { ChartTheme } from './chart-theme.ts'

/** The light theme's colours, for what is drawn without a stylesheet (renderer/styles/tokens.css has the same). */
export const paperTheme: ChartTheme = {
  name: 'light',
  series: [
    '#1e40af',
    '#3f86f2',
    '#0c9a6b',
    '#d17004',
    '#7c5ce6',
    '#0891a5',
    '#d6457f',
    '#6f8a0f',
    '#b4532a',
    '#9d174d',
    '#0f766e',
    '#475569',
  ],
  rest: '#828da1',
  text: '#1f2937',
  textSoft: '#5b6473',
  line: '#e8edf3',
  weekend: '#f5f8fb',
  surface: '#ffffff',
  previous: '#7c8798',
  up: '#c62828',
  down: '#04714f',
  limit: '#ef4444',
  gap: '#f59e0b',
  font: 'Golos Text',
  isStill: true,
  // Nobody points at paper.
  tip: () => '',
  hatch: () => '#f5f8fb',
}
