import type { SheetRow } from '#shared/core/sheets'
import { comparable } from '#shared/core/text'

/** The words by which schools head a column; the first of each is the plainest. */
const headerWords = {
  seq: ['序号', '编号', '序', '号', 'no'],
  name: [
    '姓名',
    '名字',
    '教师姓名',
    '学员姓名',
    '人员姓名',
    '参训教师',
    '参训教师姓名',
    '参训人员',
    '参训人员姓名',
    '参训学员',
    '参训学员姓名',
    '培训人员姓名',
    '被推荐人姓名',
    '被推荐人',
    '教师',
    '教师名',
    '教师名字',
    '老师',
    '老师名',
    '老师姓名',
    '老师名字',
    '学员',
    '学员名字',
    '参加人员',
    '参加人员姓名',
    'name',
    'fullname',
  ],
  docNo: [
    '身份证号',
    '身份证号码',
    '身份证',
    '身份证件号',
    '身份证件号码',
    '公民身份号码',
    '居民身份证号',
    '居民身份证号码',
    '教师身份证号',
    '证件号',
    '证件号码',
    'id',
    'idno',
    'idnumber',
    'idcard',
    'idcardno',
    'idcardnumber',
  ],
  docType: ['证件类型', '身份证件类型', '证件种类', '证件类别'],
  sex: ['性别'],
  unit: [
    '单位',
    '工作单位',
    '所在单位',
    '任教单位',
    '单位名称',
    '工作单位名称',
    '学校',
    '学校名称',
    '工作学校',
    '任教学校',
    '所在学校',
    '校名',
    'school',
    'unit',
  ],
  stage: ['学段', '任教学段', '任课学段'],
  subject: ['学科', '任教学科', '任课学科', '所教学科', '科目', '任教科目'],
  title: ['职称', '专业技术职称', '现任职称'],
  post: ['职务', '行政职务', '岗位'],
  phone: [
    '电话',
    '联系电话',
    '联系方式',
    '电话号码',
    '手机',
    '手机号',
    '手机号码',
    '联系手机',
    '移动电话',
    'phone',
    'phoneno',
    'phonenumber',
    'mobile',
    'mobilephone',
    'tel',
  ],
  note: ['备注', '说明'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type RosterField = keyof typeof headerWords

/** The columns of each field, from 1; of several the first that is filled in a row is read. */
export type RosterColumns = ReadonlyMap<RosterField, readonly number[]>

/** One table of people; two may stand side by side under one header row. */
export interface RosterBlock {
  readonly columns: RosterColumns
  /** Its first and last column. */
  readonly left: number
  readonly right: number
}

export interface RosterHeader {
  readonly blocks: readonly RosterBlock[]
  /** Columns of a word that may stand once only and stood further left: they are not read. */
  readonly repeated: readonly number[]
}

/**
 * The header that a row is, or null. A header has a name column and at least one of document, unit
 * or phone; columns may stand in any order, words may be split by blanks or line breaks, written
 * full width, numbered (1、您的姓名：) or followed by a remark in brackets. Where all of it begins
 * anew further right, that is a second table beside the first.
 */
export function readHeader(row: SheetRow): RosterHeader | null {
  return headerOfFields(row.cells.map((cell) => fieldNamed(cell.text)))
}

/** The field that a header word names, or null when it is none. */
export function fieldNamed(text: string): RosterField | null {
  const word = bareWord(text)
  return fieldByWord.get(word) ?? fieldByWord.get(word.replace(/\d+$/, '')) ?? null
}

/** The header that fields make, column by column; null when they make none. */
export function headerOfFields(fields: readonly (RosterField | null)[]): RosterHeader | null {
  const blocks: RosterBlock[] = []
  const repeated: number[] = []
  let left = 1
  for (const end of blockEnds(fields)) {
    const found = blockOf(fields, left, end)
    if (found) {
      blocks.push(found.block)
      repeated.push(...found.repeated)
      left = end + 1
      continue
    }
    // What is left over is no table of its own: it belongs to the one before.
    const last = end === Infinity ? blocks.pop() : undefined
    const whole = last && blockOf(fields, last.left, Infinity)
    if (whole) {
      blocks.push(whole.block)
      repeated.push(...whole.repeated)
    }
  }
  return blocks.length > 0 ? { blocks, repeated } : null
}

/** Where one table ends and the next may begin: before a name, or before what stood first of all. */
function blockEnds(fields: readonly (RosterField | null)[]): readonly number[] {
  const names = columnsOf(fields, 'name', 1, fields.length)
  const lead = fields.find((field) => field !== null) ?? null
  const starts = names.slice(1).map((name, i) => {
    const previous = names[i] ?? 0
    return columnsOf(fields, lead, previous + 1, name)[0] ?? name
  })
  return [...starts.map((start) => start - 1), Infinity]
}

function blockOf(
  fields: readonly (RosterField | null)[],
  left: number,
  right: number,
): { readonly block: RosterBlock; readonly repeated: readonly number[] } | null {
  const columns = new Map<RosterField, readonly number[]>()
  const repeated: number[] = []
  fields.forEach((field, i) => {
    const column = i + 1
    if (field === null || column < left || column > right) return
    const known = columns.get(field) ?? []
    if (known.length > 0 && standsOnce.has(field)) repeated.push(column)
    else columns.set(field, [...known, column])
  })
  const isTable =
    columns.has('name') && (columns.has('docNo') || columns.has('unit') || columns.has('phone'))
  return isTable ? { block: { columns, left, right }, repeated } : null
}

/** A person has one name and one running number; of other columns the second may help the first out. */
const standsOnce: ReadonlySet<RosterField> = new Set<RosterField>(['seq', 'name'])

function columnsOf(
  fields: readonly (RosterField | null)[],
  wanted: RosterField | null,
  left: number,
  right: number,
): readonly number[] {
  return fields.flatMap((field, i) =>
    field === wanted && i + 1 >= left && i + 1 <= right ? [i + 1] : [],
  )
}

const fieldByWord: ReadonlyMap<string, RosterField> = new Map(
  Object.entries(headerWords).flatMap(([field, words]) =>
    words.map((word) => [word, field as RosterField] as const),
  ),
)

function bareWord(text: string): string {
  return comparable(text)
    .toLowerCase()
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/^[*\d.、]+/, '')
    .replace(/^(请填写|请输入|填写|您的|你的)+/, '')
    .replace(/[:*?。.]+$/, '')
}
