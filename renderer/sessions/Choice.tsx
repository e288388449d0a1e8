import './sessions.css'

export interface Option {
  readonly value: string
  readonly label: string
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
  /** The label is for screen readers only, because the place says it. */
  readonly bare?: boolean
  readonly id?: string
}

/** One of several, with the list of the system: quick, and known to every reader of screens. */
export function Choice({ label, value, options, onChange, bare = false, id }: ChoiceProps) {
  return (
    <label className="choice">
      <span className={bare ? 'hidden-text' : 'muted'}>{label}</span>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
