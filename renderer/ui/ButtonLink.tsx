import type { ReactNode } from 'react'
import './ui.css'

interface ButtonLinkProps {
  readonly href: string
  readonly primary?: boolean
  readonly children: ReactNode
}

/** A link that looks like a button: it leads somewhere, so it can be opened, copied and gone back from. */
export function ButtonLink({ href, primary = false, children }: ButtonLinkProps) {
  return (
    <a className={primary ? 'link-button link-primary' : 'link-button'} href={href}>
      {children}
    </a>
  )
}
