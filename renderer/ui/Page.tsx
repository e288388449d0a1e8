import type { ReactNode } from 'react'
import './ui.css'

interface PageProps {
  readonly title: ReactNode
  readonly subtitle?: ReactNode
  /** The page's one primary action, at its right; others may stand before it. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function Page({ title, subtitle, action, children }: PageProps) {
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {subtitle !== undefined && <p>{subtitle}</p>}
        </div>
        {action !== undefined && <div className="row push no-print">{action}</div>}
      </div>
      {children}
    </div>
  )
}
