import { useTranslation } from 'react-i18next'
import { Field } from '#renderer/ui/Field'
import { PasswordInput } from '#renderer/ui/PasswordInput'

interface NewPasswordProps {
  readonly password: string
  readonly again: string
  readonly passwordFault: string | undefined
  readonly againFault: string | undefined
  readonly onFill: (part: { readonly password?: string; readonly again?: string }) => void
}

/** A new password, typed twice. */
export function NewPassword(props: NewPasswordProps) {
  const { password, again, passwordFault, againFault, onFill } = props
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('vault:password')} help={t('vault:first.passwordHelp')} fault={passwordFault}>
        {(tie) => (
          <PasswordInput
            {...tie}
            autoComplete="new-password"
            value={password}
            onChange={(value) => {
              onFill({ password: value })
            }}
          />
        )}
      </Field>
      <Field label={t('vault:first.again')} fault={againFault}>
        {(tie) => (
          <PasswordInput
            {...tie}
            autoComplete="new-password"
            value={again}
            onChange={(value) => {
              onFill({ again: value })
            }}
          />
        )}
      </Field>
    </>
  )
}
