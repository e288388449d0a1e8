import { useId, type ReactNode } from 'react'
import './ui.css'

interface CardProps {
  readonly title?: string
  readonly className?: string
  readonly children: ReactNode
}

export function Card({ title, className = '', children }: CardProps) {
  const heading = useId()
  if (title === undefined) return <div className={`card ${className}`}>{children}</div>
  return (
    <section className={`card ${className}`} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  )
}
