import { Component, type ReactNode } from 'react'
import { CrashNotice } from './CrashNotice.tsx'

type Props = { children: ReactNode }
type State = { error: Error | null }

/** A fault in drawing must leave a sentence and not an empty window. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    return this.state.error ? <CrashNotice error={this.state.error} /> : this.props.children
  }
}
