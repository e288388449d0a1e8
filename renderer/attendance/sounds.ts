/** Three sounds that are told apart in a noisy hall: one high, two middle, one long and low. */
export type Sound = 'new' | 'already' | 'not-found'

interface Note {
  readonly hertz: number
  readonly startS: number
  readonly lengthS: number
  readonly shape: OscillatorType
}

const notes: Readonly<Record<Sound, readonly Note[]>> = {
  new: [{ hertz: 1_047, startS: 0, lengthS: 0.07, shape: 'sine' }],
  already: [
    { hertz: 523, startS: 0, lengthS: 0.08, shape: 'triangle' },
    { hertz: 523, startS: 0.13, lengthS: 0.08, shape: 'triangle' },
  ],
  'not-found': [{ hertz: 165, startS: 0, lengthS: 0.32, shape: 'square' }],
}

/** Quiet beside a lecturer, heard at the door. */
const loudness = 0.15

let context: AudioContext | undefined

/** Plays one of the three; a machine without sound stays silent. */
export function play(sound: Sound): void {
  if (!('AudioContext' in window)) return
  context ??= new AudioContext()
  for (const note of notes[sound]) playNote(context, note)
}

function playNote(audio: AudioContext, { hertz, startS, lengthS, shape }: Note): void {
  const oscillator = new OscillatorNode(audio, { type: shape, frequency: hertz })
  const gain = new GainNode(audio, { gain: loudness })
  oscillator.connect(gain).connect(audio.destination)
  const start = audio.currentTime + startS
  gain.gain.setTargetAtTime(0, start + lengthS, 0.01)
  oscillator.start(start)
  oscillator.stop(start + lengthS + 0.05)
}
