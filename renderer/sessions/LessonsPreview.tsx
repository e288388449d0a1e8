import { useTranslation } from 'react-i18next'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { previewLessons } from './lessons-preview.ts'
import type { NewSession } from './new-session-state.ts'

/** What will be laid out, told before it is made. */
export function LessonsPreview({ form }: { readonly form: NewSession }) {
  const { t } = useTranslation()
  const preview = previewLessons(form)
  if (preview.kind === 'refused') return <RefusalBox refusal={preview.refusal} />
  const text =
    preview.kind === 'lessons'
      ? t('sessions:new.preview', { ...preview })
      : t(`sessions:new.${form.lessons === 'none' ? 'previewNone' : 'previewLater'}`)
  return (
    <p role="status" className="muted">
      {text}
    </p>
  )
}
