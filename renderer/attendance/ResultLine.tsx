import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
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
  several: { tone: 'warn', icon: '?', sound: 'already' },
  nobody: { tone: 'none', icon: '?', sound: 'already' },
  'not-found': { tone: 'bad', icon: '✕', sound: 'not-found' },
  undone: { tone: 'warn', icon: '↶', sound: 'already' },
  rest: { tone: 'good', icon: '✓', sound: 'new' },
  'nothing-to-undo': { tone: 'none', icon: '·', sound: 'already' },
  closed: { tone: 'bad', icon: '■', sound: 'not-found' },
  refused: { tone: 'bad', icon: '!', sound: 'not-found' },
}

interface ResultLineProps {
  readonly outcome: Outcome
  readonly closed: boolean
}

/** What the last key did, to be read from two metres and heard in a hall. */
export function ResultLine({ outcome, closed }: ResultLineProps) {
  const { t } = useTranslation()
  const { kind, person, status, count, turn } = outcome
  const { tone, icon, sound } = looks[kind]
  useEffect(() => {
    if (turn > 0 && sound !== null) play(sound)
  }, [turn, sound])
  const isQuiet = kind === 'ready'
  const tones = kind === 'new' ? signs[status].tone : tone
  const key = sentenceOf(outcome, closed)
  return (
    <div className={`roll-result tag-${tones}`} role="status">
      <span className="roll-result-sign" aria-hidden>
        {kind === 'new' ? signs[status].icon : icon}
      </span>
      <span className={isQuiet ? 'roll-result-hint' : undefined}>
        {t(`attendance:result.${key}`, {
          name: person?.name ?? '',
          status: t(`attendance:status.${status}`),
          count,
        })}
      </span>
      {person && <small>{`${person.unit} …${person.docTail}`}</small>}
    </div>
  )
}

function sentenceOf({ kind, person }: Outcome, closed: boolean): string {
  if (kind === 'ready' && closed) return 'closedLine'
  return kind === 'undone' && person === null ? 'undoneMany' : kind
}
