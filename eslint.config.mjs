import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** The one map of the architecture: a feature may use the features it lists, in every world. */
export const mayUse = {
  core: [],
  people: ['core'],
  plan: ['core', 'people'],
  sessions: ['core', 'people', 'plan'],
  attendance: ['core', 'people', 'sessions'],
  hours: ['core', 'people', 'plan', 'sessions', 'attendance'],
  exports: ['core', 'people', 'plan', 'sessions', 'attendance', 'hours'],
  overview: ['core', 'people', 'plan', 'sessions', 'attendance', 'hours', 'exports'],
  search: ['core', 'people', 'plan', 'sessions'],
  vault: ['core'],
  system: ['core', 'attendance', 'vault'],
  demo: ['core', 'people', 'plan', 'sessions', 'attendance', 'hours', 'exports', 'vault'],
}

/** A world is a top-level folder: who it may never see, its packages, and its plumbing, which knows no feature. */
const worlds = {
  shared: {
    never: 'electron|renderer|test',
    packages: 'zod|@orpc/contract|pinyin-pro|@scure/base',
    plumbing: {},
  },
  electron: {
    never: 'renderer|test',
    packages:
      'node:.+|better-sqlite3|exceljs|i18next|zod|iconv-lite|yauzl|saxes|@xmldom/xmldom|@scure/base|ws|@orpc/.+',
    plumbing: {
      store: ['core', 'tables'],
      ipc: ['core', 'contract', 'context', 'store', 'jobs'],
      documents: ['core'],
      jobs: ['core', 'documents'],
    },
  },
  renderer: {
    never: 'electron|test',
    packages:
      '(react|react-dom|zustand|i18next|react-i18next|antd|@orpc/client|@orpc/contract|@fontsource-variable/noto-sans-sc)(/.+)?',
    plumbing: {
      ui: ['core'],
      ipc: ['core', 'contract', 'people', 'sessions', 'plan', 'attendance', 'hours', 'vault'],
    },
  },
}

/** Patterns are regexes because a glob that begins with `#` is read as a comment. */
function limit(files, forbidden) {
  const patterns = forbidden.map(([regex, message]) => ({ regex, message }))
  return { files: [files], rules: { 'no-restricted-imports': ['error', { patterns }] } }
}

function worldRules([world, { never, packages, plumbing }]) {
  const common = (allowed) => [
    ['^\\.\\./', "Inside a folder import './x.ts'; from another folder import '#…/x'."],
    [`^#(${never})/`, `${world} must not know that world.`],
    [`^(?![.#])(?!(${allowed})$)`, `This part of ${world} may not use this package.`],
  ]
  const folder = ([name, uses]) =>
    limit(`${world}/${name}/**/*.{ts,tsx}`, [
      ...common(packages),
      [
        `^#(shared|electron|renderer)/(?!(${[name, ...uses].join('|')})(/|$))`,
        `${name} does not list this in eslint.config.mjs.`,
      ],
    ])
  const pipes = Object.keys(plumbing)
  return [
    limit(`${world}/**/*.{ts,tsx}`, common(packages)),
    ...Object.entries(mayUse).map(([name, uses]) =>
      folder([name, [...uses, ...pipes, ...worldRoots]]),
    ),
    ...Object.entries(plumbing).map(folder),
    ...(world === 'electron'
      ? [limit('electron/desktop/**/*.ts', common(`${packages}|electron`))]
      : []),
  ]
}

/** Files that stand beside the features, in electron the table shapes, in renderer the texts. */
const worldRoots = ['context', 'desk', 'version', 'tables', 'i18n', 'theme', 'rpc', 'route', 'live']

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' }
const noHiddenNow = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Take the time as an argument.',
}
/** Text for people stands in resources/locales: a component may hold no letter of it. */
const noTextInJsx = {
  selector: 'JSXText[value=/[\\p{L}\\p{N}]/u]',
  message: 'Text lives in resources/locales.',
}
const noHanLiteral = {
  selector: 'Literal[value=/\\p{Script=Han}/u]',
  message: 'Text lives in resources/locales.',
}

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'dist', '**/*.mjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'max-params': ['error', 4],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', noDefaultExport],
    },
  },
  ...Object.entries(worlds).flatMap(worldRules),
  {
    files: ['shared/**/*.ts'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noHiddenNow],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'Take the random source as an argument.' },
      ],
    },
  },
  {
    files: ['renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', noDefaultExport, noTextInJsx, noHanLiteral],
    },
  },
  {
    files: ['test/**', '*.config.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|fixme)$/]',
          message: 'No focused, skipped or empty test.',
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'vi', property: 'mock', message: 'No mocks of our own code.' },
      ],
    },
  },
)
