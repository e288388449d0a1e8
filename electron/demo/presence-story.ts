import demoJson from '#resources/demo/demo.json' with { type: 'json' }

interface Lesson {
  readonly id: string
  readonly date: string
  readonly start: string
}

export interface StoryFact {
  readonly lessonId: string
  readonly teacherId: string
  readonly kind: 'sign-in' | 'roll-absent'
  readonly at: string
  readonly means: string
  /** Not a fact of presence but a leave. */
  readonly leave: boolean
}

/**
 * Who came to the demonstration and when: the same on every computer, with a few of each kind that
 * a real morning has. Positions in the roster decide, nothing is drawn by chance.
 */
export function presenceStory(
  lessons: readonly Lesson[],
  learners: readonly { readonly teacherId: string }[],
): StoryFact[] {
  const { lateEvery, absentEvery, leaveEvery, unmarkedEvery } = demoJson.story
  return lessons.flatMap((lesson, l) =>
    learners.flatMap(({ teacherId }, i): StoryFact[] => {
      const place = i + l * 7 + 1
      const fact = { lessonId: lesson.id, teacherId, means: 'keyboard', leave: false }
      const start = `${lesson.date}T${lesson.start}`
      if (place % unmarkedEvery === 0) return []
      if (place % leaveEvery === 0) return [{ ...fact, kind: 'sign-in', at: start, leave: true }]
      if (place % absentEvery === 0)
        return [{ ...fact, kind: 'roll-absent', at: shifted(start, 10) }]
      const minutes = place % lateEvery === 0 ? 6 : -2 - (i % 23)
      return [{ ...fact, kind: 'sign-in', at: shifted(start, minutes) }]
    }),
  )
}

/** A school time some minutes later or earlier, on the same day. */
function shifted(at: string, minutes: number): string {
  return new Date(Date.parse(`${at}:00Z`) + minutes * 60_000).toISOString().slice(0, 19)
}
