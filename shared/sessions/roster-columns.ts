import type { SheetRow } from '#shared/core/sheets'
import { comparable } from '#shared/core/text'

/** The words by which schools head a column; the first of each is the plainest. */
const headerWords = {
  seq: ['序号', '编号', '序'],
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
  ],
  note: ['备注', '说明'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type RosterField = keyof typeof headerWords

export interface RosterHeader {
  /** The column of each field, from 1; the first when a word stands twice. */
  readonly columns: ReadonlyMap<RosterField, number>
  /** Columns whose word already stood further left: they are not read. */
  readonly repeated: readonly number[]
}

/**
 * The header that a row is, or null. A header has a name column and at least one of document, unit
 * or phone; columns may stand in any order, words may be split by blanks or line breaks, written
 * full width, numbered (1、您的姓名：) or followed by a remark in brackets.
 */
export function readHeader(row: SheetRow): RosterHeader | null {
  const columns = new Map<RosterField, number>()
  const repeated: number[] = []
  row.cells.forEach((cell, i) => {
    const field = fieldByWord.get(bareWord(cell.text))
    if (field === undefined) return
    if (columns.has(field)) repeated.push(i + 1)
    else columns.set(field, i + 1)
  })
  const isHeader =
    columns.has('name') && (columns.has('docNo') || columns.has('unit') || columns.has('phone'))
  return isHeader ? { columns, repeated } : null
}

const fieldByWord: ReadonlyMap<string, RosterField> = new Map(
  Object.entries(headerWords).flatMap(([field, words]) =>
    words.map((word) => [word, field as RosterField] as const),
  ),
)

function bareWord(text: string): string {
  return comparable(text)
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/^[*\d.、]+/, '')
    .replace(/^(请填写|请输入|填写|您的|你的)+/, '')
    .replace(/[:*?。]+$/, '')
}
