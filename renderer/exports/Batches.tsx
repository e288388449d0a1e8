import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/live'
import { client } from '#renderer/rpc'
import { PlainTable } from '#renderer/sessions/PlainTable'
import { Card } from '#renderer/ui/Card'
import { RefusalBox } from '#renderer/ui/RefusalBox'

/** What left the school, when, by whom, with its hash. */
export function Batches({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation()
  const asked = useQuery(
    `batches ${sessionId}`,
    (signal) => client.exports.batches({ sessionId }, { signal }),
    ['export_batch'],
  )
  const batches = asked.data?.batches ?? []
  if (asked.refusal) return <RefusalBox refusal={asked.refusal} />
  return (
    <Card title={t('exports:screen.batches')}>
      {batches.length === 0 ? (
        <p className="muted">{t('exports:screen.noBatch')}</p>
      ) : (
        <PlainTable
          caption={t('exports:screen.batches')}
          rows={batches}
          rowKey={({ batchId }) => batchId}
          columns={[
            {
              key: 'at',
              title: t('exports:screen.at'),
              cell: ({ at }) => at.slice(0, 16).replace('T', ' '),
            },
            { key: 'by', title: t('exports:screen.by'), cell: ({ by }) => by },
            { key: 'file', title: t('exports:screen.file'), cell: ({ fileName }) => fileName },
            {
              key: 'rows',
              title: t('exports:screen.rows'),
              isNumber: true,
              cell: ({ rows }) => rows,
            },
            {
              key: 'sha256',
              title: t('exports:screen.hash'),
              cell: ({ sha256 }) => <span title={sha256}>{sha256.slice(0, 12)}</span>,
            },
          ]}
        />
      )}
    </Card>
  )
}
