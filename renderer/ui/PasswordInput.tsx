import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface PasswordInputProps {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
  readonly autoComplete: 'new-password' | 'current-password'
  readonly autoFocus?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A password with an eye for the mouse; Tab goes from box to box past it. */
export function PasswordInput({ value, onChange, ...rest }: PasswordInputProps) {
  const { t } = useTranslation()
  const [isShown, setIsShown] = useState(false)
  return (
    <Input
      {...rest}
      type={isShown ? 'text' : 'password'}
      value={value}
      onChange={(event) => {
        onChange(event.target.value)
      }}
      suffix={
        <button
          type="button"
          className="eye"
          tabIndex={-1}
          aria-pressed={isShown}
          onClick={() => {
            setIsShown(!isShown)
          }}
        >
          {t(isShown ? 'common:hidePassword' : 'common:showPassword')}
        </button>
      }
    />
  )
}
