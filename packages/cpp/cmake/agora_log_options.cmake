# Warnings and sanitizers of our own targets. They say nothing about the targets that use the library.
function(agora_log_compile_options target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /utf-8 $<$<BOOL:${AGORA_LOG_WERROR}>:/WX>)
    return()
  endif()
  target_compile_options(${target} PRIVATE -Wall -Wextra $<$<BOOL:${AGORA_LOG_WERROR}>:-Werror>)
  if(AGORA_LOG_SANITIZE)
    target_compile_options(${target} PRIVATE
      -fsanitize=${AGORA_LOG_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${AGORA_LOG_SANITIZE})
  endif()
endfunction()
