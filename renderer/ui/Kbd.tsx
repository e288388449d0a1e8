import './ui.css'

interface KbdProps {
  readonly keys: string
}

export function Kbd({ keys }: KbdProps) {
  return <kbd>{keys}</kbd>
}
