import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import './sessions.css'

interface DialogProps {
  readonly title: string
  /** At the side it leaves the list in sight; else it stands in the middle. */
  readonly side?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * The browser's own dialog: it keeps the focus, gives it back and closes by Escape. The library's
 * drawer and modal write styles that the page's content security policy refuses.
 */
export function Dialog({ title, side = false, onClose, children }: DialogProps) {
  const { t } = useTranslation()
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // Closed while it still stands in the page: only then the browser gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => {
      dialog?.close()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className={side ? 'dialog dialog-side' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        // The dialog fills itself with its content: a click on it alone is a click beside it.
        if (event.target === ref.current) onClose()
      }}
    >
      <div className="dialog-body">
        <div className="row">
          <h2 id={heading}>{title}</h2>
          <button
            type="button"
            className="dialog-close push"
            onClick={onClose}
            aria-label={t('sessions:frame.close')}
          >
            {'✕'}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
