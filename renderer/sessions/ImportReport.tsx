import { Button, Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RosterImported, ShownSession } from '#shared/sessions/contract'
import { Card } from '#renderer/ui/Card'
import { StatusTag } from '#renderer/ui/StatusTag'
import { CopyHeld } from './CopyHeld.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { closeReport } from './roster-import-state.ts'
import { type ReportPart, addsUp, maskedCell, reportCounts, reportParts } from './learners-view.ts'
import { type Column, PlainTable } from './PlainTable.tsx'

interface ImportReportProps {
  readonly report: RosterImported
  readonly fileName: string
  /** The session, while nothing is written yet. */
  readonly previewFor: ShownSession | null
}

/** What becomes of every row of the file, in counts that add up and in words. */
export function ImportReport({ report, fileName, previewFor }: ImportReportProps) {
  const { t } = useTranslation()
  return (
    <Card
      title={t(previewFor ? 'roster:screen.preview' : 'roster:screen.report', { file: fileName })}
    >
      <div className="stack">
        {previewFor && <ImportPreview session={previewFor} report={report} />}
        <div className="row wrap" role="status">
          <Sum report={report} />
          {!previewFor && (
            <Button className="push" onClick={closeReport}>
              {t('roster:screen.closeReport')}
            </Button>
          )}
        </div>
        <p className="muted">
          {t(previewFor ? 'roster:screen.wouldAccept' : 'roster:screen.acceptedAs', {
            added: report.added,
            updated: report.updated,
            newTeachers: report.newTeachers,
          })}
        </p>
        <Parts report={report} />
      </div>
    </Card>
  )
}

function Sum({ report }: ReportProps) {
  const { t } = useTranslation()
  const { rows, accepted, ignored, held } = report
  const isWhole = addsUp(report)
  return (
    <>
      <p>{t('roster:screen.sum', { rows, accepted, ignored, held: held.length })}</p>
      <StatusTag tone={isWhole ? 'good' : 'bad'} icon={isWhole ? '✓' : '!'}>
        {t(isWhole ? 'roster:screen.addsUp' : 'roster:screen.doesNotAddUp')}
      </StatusTag>
      {held.length > 0 && <CopyHeld held={held} />}
    </>
  )
}

function Parts({ report }: ReportProps) {
  const { t } = useTranslation()
  const counts = reportCounts(report)
  const parts = reportParts.filter((part) => counts[part] > 0)
  if (parts.length === 0) return null
  return (
    <Tabs
      items={parts.map((part) => ({
        key: part,
        label: t(`roster:screen.part.${part}`, { count: counts[part] }),
        children: <Part part={part} report={report} />,
      }))}
    />
  )
}

interface PartProps {
  readonly part: ReportPart
  readonly report: RosterImported
}

function Part({ part, report }: PartProps) {
  switch (part) {
    case 'held':
      return <Held report={report} />
    case 'repaired':
      return <Repaired report={report} />
    case 'duplicates':
      return <Duplicates report={report} />
    case 'ignored':
      return <Ignored report={report} />
    case 'remarks':
      return <Remarks report={report} />
    case 'units':
      return <NewUnits report={report} />
  }
}

interface ReportProps {
  readonly report: RosterImported
}

interface Placed {
  readonly sheet: string
  readonly row: number
}

/** Where in the file a line stands, then what the part says of it. */
function PartTable<T extends Placed>({
  part,
  rows,
  columns,
}: {
  readonly part: ReportPart
  readonly rows: readonly T[]
  readonly columns: readonly (readonly [string, (row: T) => ReactNode])[]
}) {
  const { t } = useTranslation()
  const all: readonly Column<T>[] = [
    { key: 'sheet', title: t('roster:screen.sheet'), cell: ({ sheet }) => sheet },
    { key: 'row', title: t('roster:screen.row'), isNumber: true, cell: ({ row }) => row },
    ...columns.map(([key, cell]) => ({ key, title: t(`roster:screen.${key}`), cell })),
  ]
  return (
    <>
      <p className="muted part-hint">{t(`roster:screen.hint.${part}`)}</p>
      <PlainTable
        caption={t(`roster:screen.part.${part}`, { count: rows.length })}
        columns={all}
        rows={rows}
        rowKey={(row, index) => `${row.sheet} ${row.row} ${index}`}
      />
    </>
  )
}

function Held({ report }: ReportProps) {
  return (
    <PartTable
      part="held"
      rows={report.held}
      columns={[
        ['name', ({ name }) => name],
        ['reason', ({ message }) => message],
      ]}
    />
  )
}

function Repaired({ report }: ReportProps) {
  const { t } = useTranslation()
  return (
    <PartTable
      part="repaired"
      rows={report.repaired}
      columns={[
        ['field', ({ field }) => t([`roster:screen.fields.${field}`, field])],
        ['from', ({ field, from }) => <s className="muted">{maskedCell(field, from)}</s>],
        ['to', ({ field, to }) => <b>{maskedCell(field, to)}</b>],
        ['reason', ({ message }) => message],
      ]}
    />
  )
}

function Duplicates({ report }: ReportProps) {
  return (
    <PartTable
      part="duplicates"
      rows={report.duplicates}
      columns={[
        ['name', ({ name }) => name],
        ['sameAs', ({ sameAs }) => `${sameAs.sheet} ${sameAs.row}`],
      ]}
    />
  )
}

function Ignored({ report }: ReportProps) {
  return (
    <PartTable
      part="ignored"
      rows={report.ignoredRows}
      columns={[
        ['text', ({ text }) => maskedCell('', text)],
        ['reason', ({ message }) => message],
      ]}
    />
  )
}

function Remarks({ report }: ReportProps) {
  return (
    <PartTable
      part="remarks"
      rows={report.remarks}
      columns={[
        ['name', ({ name }) => name],
        ['reason', ({ message }) => message],
      ]}
    />
  )
}

function NewUnits({ report: { newUnits } }: ReportProps) {
  const { t } = useTranslation()
  return (
    <>
      <p className="muted part-hint">{t('roster:screen.hint.units')}</p>
      <ul className="chips">
        {newUnits.map((unit) => (
          <li key={unit}>{unit}</li>
        ))}
      </ul>
    </>
  )
}
