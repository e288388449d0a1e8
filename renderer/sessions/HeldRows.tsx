import { useTranslation } from 'react-i18next'
import { currentLanguage } from '#renderer/i18n'
import { useQuery } from '#renderer/live'
import { client } from '#renderer/rpc'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { CopyHeld } from './CopyHeld.tsx'
import { PlainTable } from './PlainTable.tsx'

/** The rows that still wait for a person; nobody was enrolled from them. */
export function HeldRows({ sessionId }: { readonly sessionId: string }) {
  const { t, i18n } = useTranslation()
  const asked = useQuery(
    `held ${sessionId} ${i18n.language}`,
    (signal) => client.roster.held({ sessionId, language: currentLanguage() }, { signal }),
    ['import_batch', 'enrollment'],
  )
  const held = asked.data?.held ?? []
  if (asked.refusal) return <RefusalBox refusal={asked.refusal} />
  if (held.length === 0) return null
  return (
    <details open className="card held">
      <summary>{t('roster:screen.heldTitle', { count: held.length })}</summary>
      <div className="row wrap part-hint">
        <p className="muted">{t('roster:screen.hint.held')}</p>
        <CopyHeld held={held} />
      </div>
      <PlainTable
        caption={t('roster:screen.heldTitle', { count: held.length })}
        rows={held}
        rowKey={(row, index) => `${row.fileName} ${row.sheet} ${row.row} ${index}`}
        columns={[
          { key: 'file', title: t('roster:screen.file'), cell: ({ fileName }) => fileName },
          { key: 'sheet', title: t('roster:screen.sheet'), cell: ({ sheet }) => sheet },
          { key: 'row', title: t('roster:screen.row'), isNumber: true, cell: ({ row }) => row },
          { key: 'name', title: t('roster:screen.name'), cell: ({ name }) => name },
          { key: 'reason', title: t('roster:screen.reason'), cell: ({ message }) => message },
        ]}
      />
    </details>
  )
}
