import { Button } from 'antd'
import { useState, type DragEvent } from 'react'
import './ui.css'

interface FileDropProps {
  /** What to drop here. */
  readonly label: string
  readonly button: string
  readonly disabled?: boolean
  readonly onPick: () => void
  readonly onFile: (file: File) => void
}

/** A place to drop a file, and a button for those who do not drag. */
export function FileDrop({ label, button, disabled = false, onPick, onFile }: FileDropProps) {
  const [over, setOver] = useState(false)
  const hover = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(isOver)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !disabled) onFile(file)
  }
  return (
    <div
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={hover(true)}
      onDragLeave={hover(false)}
      onDrop={drop}
    >
      <p className="muted">{label}</p>
      <Button disabled={disabled} onClick={onPick}>
        {button}
      </Button>
    </div>
  )
}
