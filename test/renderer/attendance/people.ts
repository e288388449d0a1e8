import { type Person, typedForm } from '#renderer/attendance/roll-call-match'
import type { AttendanceRow, AttendanceTable } from '#shared/attendance/contract'
import type { AttendanceStatus } from '#shared/attendance/model'

/** One learner of the roll-call; a test names only what matters to it. */
export function aPerson(known: Partial<Person>): Person {
  return {
    teacherId: 'somebody',
    name: '李国强',
    initials: ['lgq'],
    docTail: '0001',
    unit: '灵井镇第一初级中学',
    docNo: '',
    form: typedForm(known.name ?? '李国强'),
    ...known,
  }
}

/** One row of the attendance table with its statuses by lesson. */
export function aRow(
  known: Partial<Omit<AttendanceRow, 'statuses'>> & {
    readonly statuses: Readonly<Record<string, AttendanceStatus>>
  },
): AttendanceRow {
  const { statuses, ...others } = known
  return {
    teacherId: 'somebody',
    enrollmentId: 'enrollment',
    name: '李国强',
    initials: ['lgq'],
    docTail: '0001',
    unit: '灵井镇第一初级中学',
    ...others,
    statuses: Object.fromEntries(
      Object.entries(statuses).map(([lessonId, status]) => [
        lessonId,
        { status, events: [], override: '', differences: [] },
      ]),
    ),
  }
}

export function aLesson(
  known: Partial<AttendanceTable['lessons'][number]>,
): AttendanceTable['lessons'][number] {
  return {
    id: 'am',
    date: '2024-04-16',
    label: 'am',
    start: '08:30',
    end: '11:30',
    hours: 4,
    weekend: false,
    place: '报告厅',
    lecturer: '',
    topic: '',
    closed: false,
    ...known,
  }
}
