// Tests under Node read the environment as native ones do: ZHITU_HISTORIES and its like.
Module['preRun'] = () => {
  for (const [name, value] of Object.entries(process.env)) {
    if (name.startsWith('ZHITU_')) ENV[name] = value;
  }
};
