# SPDX-License-Identifier: Apache-2.0
# Runs the generator of the demo organisation and compares its output with the committed file.
execute_process(COMMAND ${PYTHON} -B ${DEMO}/generate.py ${OUTPUT} RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "generate.py failed")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${OUTPUT} ${DEMO}/northgate.json RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "northgate.json is not what generate.py writes; run resources/demo/generate.py and commit the result")
endif()
