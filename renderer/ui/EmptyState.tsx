import type { ReactNode } from 'react'
import './ui.css'

interface EmptyStateProps {
  readonly title: string
  /** What belongs here. */
  readonly text: string
  /** The one action that starts it. */
  readonly action?: ReactNode
}

export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className="card empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  )
}
