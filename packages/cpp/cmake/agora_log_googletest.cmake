# GoogleTest: that of the system, else from sources that are on the machine. Nothing is downloaded.
set(AGORA_LOG_GTEST_SOURCE_DIR "" CACHE PATH "Sources of GoogleTest, for systems that have none installed")

find_package(GTest QUIET)
if(NOT TARGET GTest::gtest_main)
  if(NOT EXISTS "${AGORA_LOG_GTEST_SOURCE_DIR}/CMakeLists.txt")
    message(FATAL_ERROR
      "missing part: gtest. Install libgtest-dev, or name a folder with its sources: -DAGORA_LOG_GTEST_SOURCE_DIR=<folder>")
  endif()
  add_subdirectory("${AGORA_LOG_GTEST_SOURCE_DIR}" googletest EXCLUDE_FROM_ALL)
  foreach(library gtest gtest_main)
    # Compiled for speed of the build, without the unity of our own sources.
    target_compile_options(${library} PRIVATE -O0 -w)
    target_compile_features(${library} PRIVATE cxx_std_17)
    target_include_directories(${library} SYSTEM INTERFACE "${AGORA_LOG_GTEST_SOURCE_DIR}/include")
    set_target_properties(${library} PROPERTIES UNITY_BUILD OFF)
    add_library(GTest::${library} ALIAS ${library})
  endforeach()
  target_link_libraries(gtest_main PUBLIC gtest)
endif()
