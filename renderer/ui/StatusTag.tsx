import type { ReactNode } from 'react'
import './ui.css'

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'none'

interface StatusTagProps {
  readonly tone: Tone
  /** A sign that differs by status, so that colour is never alone: ✓ ◔ ◑ ▽ ✕ · */
  readonly icon: string
  readonly children: ReactNode
}

export function StatusTag({ tone, icon, children }: StatusTagProps) {
  return (
    <span className={`tag tag-${tone}`}>
      <span aria-hidden>{icon}</span>
      {children}
    </span>
  )
}
