import { useId, type ReactNode } from 'react'
import './ui.css'

interface FieldProps {
  readonly label: string
  readonly help?: string
  /** What is wrong with it, in place of the help. */
  readonly fault?: string | undefined
  /** Receives what ties the control to its label and its help. */
  readonly children: (tie: {
    readonly id: string
    readonly 'aria-describedby': string
    readonly 'aria-invalid': boolean
  }) => ReactNode
}

export function Field({ label, help = '', fault, children }: FieldProps) {
  const id = useId()
  const helpId = `${id}-help`
  const isFaulty = fault !== undefined
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': helpId, 'aria-invalid': isFaulty })}
      <p id={helpId} className={isFaulty ? 'field-fault' : 'field-help'}>
        {fault ?? help}
      </p>
    </div>
  )
}
