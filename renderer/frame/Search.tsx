import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { go } from '#renderer/route'
import { Kbd } from '#renderer/ui/Kbd'
import { closeSearch, hideSearch, moveChoice, searchFor, useSearch } from './search-state.ts'
import { pathOf } from './search-view.ts'

/** One box for teachers, units, sessions and projects; Ctrl+K from anywhere. */
export function Search() {
  const { t } = useTranslation()
  const { text, found, chosen, open } = useSearch()
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => onCtrlK(() => input.current?.select()), [])

  const choose = (index: number) => {
    const choice = found[index]
    if (!choice) return
    go(pathOf(choice))
    closeSearch()
    input.current?.blur()
  }
  const keys = (event: KeyboardEvent) => {
    const isComposing = event.nativeEvent.isComposing
    if (event.key === 'ArrowDown') moveChoice(1)
    else if (event.key === 'ArrowUp') moveChoice(-1)
    else if (event.key === 'Enter' && !isComposing) choose(chosen)
    else if (event.key === 'Escape') closeSearch()
    else return
    event.preventDefault()
  }
  return (
    <div className="search" role="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t('common:search.label')}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        {...(open && found.length > 0 && { 'aria-activedescendant': `${list}-${chosen}` })}
        placeholder={t('common:search.hint')}
        value={text}
        onChange={(event) => {
          searchFor(event.target.value)
        }}
        onKeyDown={keys}
        onBlur={hideSearch}
      />
      <Kbd keys={t('common:search.keys')} />
      <Results list={list} onChoose={choose} />
    </div>
  )
}

interface ResultsProps {
  readonly list: string
  readonly onChoose: (index: number) => void
}

function Results({ list, onChoose }: ResultsProps) {
  const { t } = useTranslation()
  const { text, answered, found, chosen, open } = useSearch()
  const nothing = open && answered === text && found.length === 0
  return (
    <>
      <ul id={list} role="listbox" aria-label={t('common:search.results')} hidden={!open}>
        {found.map(({ kind, id, title, detail }, index) => (
          <li
            key={`${kind} ${id}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            // The box must keep the keyboard until the choice is made.
            onMouseDown={(event) => {
              event.preventDefault()
            }}
            onClick={() => {
              onChoose(index)
            }}
          >
            <span className="muted">{t(`common:search.kind.${kind}`)}</span>
            <strong>{title}</strong>
            <span className="muted">{detail}</span>
          </li>
        ))}
      </ul>
      <p role="status" className={nothing ? 'search-nothing' : 'hidden-text'}>
        {nothing && t('common:search.nothing')}
      </p>
    </>
  )
}

function onCtrlK(then: () => void): () => void {
  const listen = (event: globalThis.KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
    event.preventDefault()
    then()
  }
  window.addEventListener('keydown', listen)
  return () => {
    window.removeEventListener('keydown', listen)
  }
}
