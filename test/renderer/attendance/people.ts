import type { Person } from '#renderer/attendance/roll-call-match'

/** One learner of the roll-call; a test names only what matters to it. */
export function aPerson(known: Partial<Person>): Person {
  return {
    teacherId: 'somebody',
    name: '李国强',
    initials: ['lgq'],
    docTail: '0001',
    unit: '灵井镇第一初级中学',
    docNo: '',
    ...known,
  }
}
