// `npm run desktop`: as `npm start`, but tries once more to fetch Electron.
process.argv.push('--again')
await import('./start.mjs')
