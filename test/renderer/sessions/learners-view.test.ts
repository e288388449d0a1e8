import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Learner, RosterImported } from '#shared/sessions/contract'
import {
  addsUp,
  filterLearners,
  forecast,
  groupLearners,
  heldAsText,
  maskedCell,
  reportCounts,
} from '#renderer/sessions/learners-view'

function aLearner(known: Partial<Learner>): Learner {
  return {
    enrollmentId: 'e',
    teacherId: 't',
    name: '王新华',
    initials: ['wxh'],
    docType: '1',
    docNo: '411099198001012417',
    unit: '灵井镇第一初级中学',
    origin: 'nominated',
    phone: '',
    subject: '数学',
    title: '',
    ...known,
  }
}

const learners = [
  aLearner({}),
  aLearner({ name: '李静', initials: ['lj'], docNo: '41109919900101110X', unit: '建安区实验中学' }),
]

describe('filterLearners', () => {
  test.each([
    ['', ['王新华', '李静']],
    ['新', ['王新华']],
    ['wx', ['王新华']],
    ['2417', ['王新华']],
    ['10x', ['李静']],
    ['实验', ['李静']],
    ['无此人', []],
  ])('%j finds %j', (text, names) => {
    expect(filterLearners(learners, text).map(({ name }) => name)).toEqual(names)
  })
})

describe('groupLearners', () => {
  test('the largest group stands first, and who gave none is a group too', () => {
    const three = [...learners, aLearner({ unit: '建安区实验中学', subject: '' })]
    expect(groupLearners(three, 'unit')).toEqual([
      { key: '建安区实验中学', count: 2 },
      { key: '灵井镇第一初级中学', count: 1 },
    ])
    expect(groupLearners(three, 'subject')[1]).toEqual({ key: '', count: 1 })
  })
  test('every learner is in exactly one group', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('一级', '二级', '')), (titles) => {
        const groups = groupLearners(
          titles.map((title) => aLearner({ title })),
          'title',
        )
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(titles.length)
      }),
    )
  })
})

const report: RosterImported = {
  importId: 'i',
  rows: 4,
  accepted: 1,
  added: 1,
  updated: 0,
  newTeachers: 1,
  newUnits: ['灵井镇第一初级中学'],
  ignored: 2,
  ignoredRows: [
    { sheet: 'Sheet1', row: 3, code: 'total', text: '合计', message: '' },
    { sheet: 'Sheet1', row: 4, code: 'duplicate', text: '王新华', message: '' },
  ],
  held: [{ sheet: 'Sheet1', row: 5, name: '李静', code: 'id-damaged', message: '' }],
  repaired: [],
  duplicates: [{ sheet: 'Sheet1', row: 4, name: '王新华', sameAs: { sheet: 'Sheet1', row: 2 } }],
  remarks: [],
}

describe('addsUp', () => {
  test('accepted, ignored and held together are the rows of the file', () => {
    expect(addsUp(report)).toBe(true)
    expect(addsUp({ ...report, rows: 5 })).toBe(false)
  })
})

describe('reportCounts', () => {
  test('every part tells how many lines it has', () => {
    expect(reportCounts(report)).toEqual({
      held: 1,
      repaired: 0,
      duplicates: 1,
      ignored: 2,
      remarks: 0,
      units: 1,
    })
  })
})

describe('maskedCell', () => {
  test('of a document number first six and last four stay, also when it was typed full width', () => {
    expect(maskedCell('docNo', '411099198001012417')).toBe('411099********2417')
    expect(maskedCell('docNo', '４１１０９９１９８００１０１２４１７')).toMatch(
      /^４１１０９９\*+２４１７$/,
    )
  })
  test('a number inside a line of text is masked, the words stay', () => {
    expect(maskedCell('', '王新华 41109919800101241X 数学')).toBe('王新华 411099********241X 数学')
  })
  test('a name stays as it is', () => {
    expect(maskedCell('name', '王新华')).toBe('王新华')
  })
})

describe('forecast', () => {
  const file = { added: 50, accepted: 60, newTeachers: 10 }
  test('who is on the roster already is not counted twice', () => {
    expect(forecast(file, { learners: 10, planned: 60, known: 500 })).toEqual({
      planned: 60,
      will: 60,
      isOverPlan: false,
      isMostlyNew: false,
    })
  })
  test('more than the plan has is told, and a plan without a number is never exceeded', () => {
    expect(forecast(file, { learners: 11, planned: 60, known: 500 }).isOverPlan).toBe(true)
    expect(forecast(file, { learners: 11, planned: null, known: 500 }).isOverPlan).toBe(false)
  })
  test('more than half new to the register is told, but not of an empty register', () => {
    const strangers = { ...file, newTeachers: 31 }
    expect(forecast(strangers, { learners: 0, planned: null, known: 500 }).isMostlyNew).toBe(true)
    expect(forecast(strangers, { learners: 0, planned: null, known: 0 }).isMostlyNew).toBe(false)
    const half = { ...file, newTeachers: 30 }
    expect(forecast(half, { learners: 0, planned: null, known: 500 }).isMostlyNew).toBe(false)
  })
})

describe('heldAsText', () => {
  test('one line for each row, cells between tabs, no line break inside a cell', () => {
    const held = [{ sheet: '灵井镇', row: 7, name: '王\n新华', message: '没有填写证件号码。' }]
    expect(heldAsText(['工作表', '行', '姓名', '原因'], held)).toBe(
      '工作表\t行\t姓名\t原因\n灵井镇\t7\t王 新华\t没有填写证件号码。',
    )
  })
})
