import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { marks } from '#shared/attendance/mark'
import type { Tone } from '#renderer/ui/StatusTag'
import type { Outcome } from './roll-call-store.ts'
import { signs } from './roll-call-view.ts'
import { type Sound, play } from './sounds.ts'

const looks: Readonly<
  Record<
    Outcome['kind'],
    { readonly tone: Tone; readonly icon: string; readonly sound: Sound | null }
  >
> = {
  ready: { tone: 'none', icon: '', sound: null },
  new: { tone: 'good', icon: '✓', sound: 'new' },
  changed: { tone: 'warn', icon: '↻', sound: 'new' },
  already: { tone: 'info', icon: '＝', sound: 'already' },
  'ask-change': { tone: 'warn', icon: '?', sound: 'already' },
  held: { tone: 'warn', icon: '!', sound: 'not-found' },
  several: { tone: 'warn', icon: '?', sound: 'already' },
  nobody: { tone: 'none', icon: '?', sound: 'already' },
  'not-found': { tone: 'bad', icon: '✕', sound: 'not-found' },
  undone: { tone: 'warn', icon: '↶', sound: 'already' },
  'taken-back': { tone: 'warn', icon: '↶', sound: 'already' },
  rest: { tone: 'good', icon: '✓', sound: 'new' },
  'nothing-to-undo': { tone: 'none', icon: '·', sound: 'already' },
  closed: { tone: 'bad', icon: '■', sound: 'not-found' },
  refused: { tone: 'bad', icon: '!', sound: 'not-found' },
}

interface ResultLineProps {
  readonly outcome: Outcome
  readonly closed: boolean
  readonly connected: boolean
}

/** What the last key did, to be read from two metres and heard in a hall. */
export function ResultLine({ outcome, closed, connected }: ResultLineProps) {
  const { t } = useTranslation()
  const { kind, person, saving, turn } = outcome
  const { sound } = looks[kind]
  useEffect(() => {
    // Nobody hears "marked" before it is.
    if (turn > 0 && sound !== null && !saving) play(sound)
  }, [turn, sound, saving])
  const { tone, icon } = connected ? lookOf(outcome) : looks.refused
  const key = connected ? sentenceOf(outcome, closed) : 'offline'
  const sentence = useSentence(key, outcome)
  return (
    <div className={`roll-result ${saving ? 'roll-saving' : `tag-${tone}`}`} role="status">
      <span className="roll-result-sign" aria-hidden>
        {icon}
      </span>
      <span className={kind === 'ready' || !connected ? 'roll-result-hint' : undefined}>
        {saving ? t('attendance:result.saving', { sentence }) : sentence}
      </span>
      {person && connected && <small>{`${person.unit} …${person.docTail}`}</small>}
    </div>
  )
}

function useSentence(key: string, { person, status, to, count, detail }: Outcome): string {
  const { t } = useTranslation()
  return t(`attendance:result.${key}`, {
    name: person?.name ?? '',
    status: t(`attendance:status.${status}`),
    to: t(`attendance:status.${to}`),
    key: marks.findIndex((one) => one === to) + 1,
    count,
    detail,
  })
}

function lookOf({ kind, status, saving }: Outcome): { readonly tone: Tone; readonly icon: string } {
  if (saving) return { tone: 'none', icon: '…' }
  return kind === 'new' ? signs[status] : looks[kind]
}

function sentenceOf({ kind, person, count }: Outcome, closed: boolean): string {
  if (kind === 'ready' && closed) return 'closedLine'
  if (kind === 'taken-back' && count === 0) return 'numberSearch'
  return kind === 'undone' && person === null ? 'undoneMany' : kind
}
