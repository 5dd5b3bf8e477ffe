# bash completion for penholder, made by: penholder completion bash
_penholder()
{
    local current=${COMP_WORDS[COMP_CWORD]}
    local previous=${COMP_WORDS[COMP_CWORD-1]} words=
    local command=${COMP_WORDS[1]}
    [ "$command" != 'archive' ] || [ "$COMP_CWORD" -eq 2 ] || command+=" ${COMP_WORDS[2]}"
    if [ "$COMP_CWORD" -eq 1 ]; then
        words='draft preview note check compare accept reject learn history backtest show verify archive search series rules completion help version --help --version'
    else
    case $command in
    'archive')
        words='build check info --help' ;;
    'draft')
        case $previous in
        --format|-f) words='docx flatopc text html akn json edits facts dump' ;;
        --sources) words='comments table none' ;;
        --color) words='auto always never' ;;
        *) words=' --output --force --format --session --pattern --archive --before-session --tracked --clean --fresh --sources --checklist --facts --set --formatting --author --date --quiet --color --help' ;;
        esac ;;
    'preview')
        case $previous in
        --color) words='auto always never' ;;
        *) words=' --session --pattern --archive --before-session --tracked --facts --set --quiet --color --help' ;;
        esac ;;
    'note')
        case $previous in
        --format|-f) words='docx flatopc text html akn json edits facts dump' ;;
        --sources) words='comments table none' ;;
        --color) words='auto always never' ;;
        *) words=' --output --force --format --session --archive --before-session --sources --checklist --facts --set --author --date --quiet --color --help' ;;
        esac ;;
    'check')
        case $previous in
        --format|-f) words='text html json sarif docx' ;;
        --fail-on) words='error warning information never' ;;
        --color) words='auto always never' ;;
        *) words=' --output --force --format --session --archive --before-session --fresh --author --date --series --profile --fix --dry-run --fail-on --accept --reason --timing --quiet --color --help' ;;
        esac ;;
    'compare')
        case $previous in
        --format|-f) words='docx flatopc text html akn json edits facts dump' ;;
        --color) words='auto always never' ;;
        *) words=' --output --force --format --fresh --full --formatting --author --date --quiet --color --help' ;;
        esac ;;
    'accept')
        case $previous in
        --color) words='auto always never' ;;
        *) words=' --output --force --author --quiet --color --help' ;;
        esac ;;
    'reject')
        case $previous in
        --color) words='auto always never' ;;
        *) words=' --output --force --author --quiet --color --help' ;;
        esac ;;
    'learn')
        case $previous in
        --format|-f) words='text html xml json' ;;
        --color) words='auto always never' ;;
        *) words=' --output --force --format --session --archive --before-session --quiet --color --help' ;;
        esac ;;
    'history')
        case $previous in
        --format|-f) words='text json' ;;
        --color) words='auto always never' ;;
        *) words=' --output --force --format --archive --before-session --paragraph --words --member --quiet --color --help' ;;
        esac ;;
    'backtest')
        case $previous in
        --format|-f) words='text json' ;;
        --color) words='auto always never' ;;
        *) words=' --output --force --format --archive --before-session --last --quiet --color --help' ;;
        esac ;;
    'show')
        case $previous in
        --format|-f) words='docx flatopc text html akn json edits facts dump' ;;
        --color) words='auto always never' ;;
        *) words=' --output --force --format --quiet --color --help' ;;
        esac ;;
    'verify')
        case $previous in
        --format|-f) words='text json' ;;
        --color) words='auto always never' ;;
        *) words=' --output --force --format --quiet --color --help' ;;
        esac ;;
    'archive build')
        case $previous in
        --color) words='auto always never' ;;
        *) words=' --output --forget --quiet --color --help' ;;
        esac ;;
    'archive check')
        case $previous in
        --color) words='auto always never' ;;
        *) words=' --quiet --color --help' ;;
        esac ;;
    'archive info')
        case $previous in
        --format|-f) words='text json' ;;
        --color) words='auto always never' ;;
        *) words=' --output --force --format --limit --quiet --color --help' ;;
        esac ;;
    'search')
        case $previous in
        --format|-f) words='text html json' ;;
        --part) words='preambular operative' ;;
        --color) words='auto always never' ;;
        *) words=' --output --force --format --archive --session --part --opening --symbol --title --limit --quiet --color --help' ;;
        esac ;;
    'series')
        case $previous in
        --format|-f) words='text json' ;;
        --color) words='auto always never' ;;
        *) words=' --output --force --format --due --quiet --color --help' ;;
        esac ;;
    'rules')
        case $previous in
        --color) words='auto always never' ;;
        *) words=' --output --force --profile --test --docs --pack --quiet --color --help' ;;
        esac ;;
    'completion')
        case $previous in
        --color) words='auto always never' ;;
        *) words='bash zsh fish --quiet --color --help' ;;
        esac ;;
    'help')
        case $previous in
        --color) words='auto always never' ;;
        *) words='draft preview note check compare accept reject learn history backtest show verify archive search series rules completion help version --man --quiet --color --help' ;;
        esac ;;
    'version')
        case $previous in
        --color) words='auto always never' ;;
        *) words=' --quiet --color --help' ;;
        esac ;;
    esac
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o bashdefault -o default -F _penholder penholder
